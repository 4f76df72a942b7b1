"""Peer: RapidOCR as shipped, one image path a line on stdin, one JSON line a page on stdout."""
import json
import sys
import time

from rapidocr import RapidOCR

threads = int(sys.argv[1])
engine = RapidOCR(params={"EngineConfig.onnxruntime.intra_op_num_threads": threads, "Global.log_level": "critical"})
for path in sys.stdin:
    start = time.perf_counter()
    result = engine(path.strip())
    seconds = time.perf_counter() - start
    print(json.dumps({"seconds": seconds, "lines": list(result.txts or [])}), flush=True)
