"""Peer: RapidOCR as shipped, one image path a line on stdin, one JSON line a page on stdout."""
import json
import sys

from rapidocr import RapidOCR

threads = int(sys.argv[1])
engine = RapidOCR(params={"EngineConfig.onnxruntime.intra_op_num_threads": threads, "Global.log_level": "critical"})
for path in sys.stdin:
    result = engine(path.strip())
    print(json.dumps({"lines": list(result.txts or [])}), flush=True)
