# Docket on Node 24. One image, several roles: the command decides (see docker-compose.yml).
# The CUDA variant: docker build --target cuda --build-arg ONNXRUNTIME_INSTALL=cuda12 -t docket:cuda .
ARG NODE_IMAGE=node:24.21.0-bookworm-slim
ARG CUDA_IMAGE=nvidia/cuda:12.9.2-cudnn-runtime-ubuntu24.04

FROM ${NODE_IMAGE} AS packages
# `cuda12` lets the install step of onnxruntime-node fetch its CUDA provider; `skip` keeps the CPU provider that is inside the package.
ARG ONNXRUNTIME_INSTALL=skip
ENV ONNXRUNTIME_NODE_INSTALL=${ONNXRUNTIME_INSTALL}
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --ignore-scripts \
 && npm rebuild esbuild \
 && if [ "$ONNXRUNTIME_INSTALL" != skip ] && [ -d node_modules/onnxruntime-node ]; then npm rebuild onnxruntime-node --onnxruntime-node-install="$ONNXRUNTIME_INSTALL"; fi \
 # The package carries every system's binaries, 240 MB of them for others.
 && rm -rf node_modules/onnxruntime-node/bin/napi-v6/darwin node_modules/onnxruntime-node/bin/napi-v6/win32

FROM ${CUDA_IMAGE} AS cuda
COPY --from=packages /usr/local/bin/node /usr/local/bin/node
RUN apt-get update \
 && apt-get install -y --no-install-recommends tesseract-ocr-rus tesseract-ocr-deu tesseract-ocr-fra \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --system --create-home --home-dir /var/lib/docket docket
WORKDIR /app
COPY --from=packages /app/node_modules node_modules
COPY . .
USER docket
ENV NODE_ENV=production DOCKET_HOST=0.0.0.0 DOCKET_DATA_DIR=/var/lib/docket/data DOCKET_CACHE_DIR=/var/lib/docket/cache
ENTRYPOINT ["node", "bin/docket.mjs"]
CMD ["serve"]

FROM ${NODE_IMAGE} AS cpu
RUN apt-get update \
 && apt-get install -y --no-install-recommends tesseract-ocr-rus tesseract-ocr-deu tesseract-ocr-fra \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --system --create-home --home-dir /var/lib/docket docket
WORKDIR /app
COPY --from=packages /app/node_modules node_modules
COPY . .
USER docket
ENV NODE_ENV=production DOCKET_HOST=0.0.0.0 DOCKET_DATA_DIR=/var/lib/docket/data DOCKET_CACHE_DIR=/var/lib/docket/cache
ENTRYPOINT ["node", "bin/docket.mjs"]
CMD ["serve"]
