"""Searches a FAISS index: faiss-flat or faiss-fast-scan.

Arguments: index, file of fp32 templates, dimension, file of fp32 probes. Prints the version once
ready, then for each line "count k threads" that it reads one of milliseconds and each probe's best row.
"""
import sys
import time

import faiss
import numpy as np

# BLAS from two probes on: faster than FAISS's own loops, which it uses below 20 by default.
faiss.cvar.distance_compute_blas_threshold = 2
# A codebook of 16 values for each component is learned from few rows as well as from many.
TRAINING_ROWS = 8192

dim = int(sys.argv[3])
templates = np.memmap(sys.argv[2], dtype=np.float32, mode="r").reshape(-1, dim)
if sys.argv[1] == "faiss-flat":
    index = faiss.IndexFlatIP(dim)
else:
    index = faiss.index_factory(dim, f"PQ{dim}x4fs", faiss.METRIC_INNER_PRODUCT)
    step = max(1, len(templates) // TRAINING_ROWS)
    index.train(np.ascontiguousarray(templates[::step]))
for start in range(0, len(templates), 65536):
    index.add(np.ascontiguousarray(templates[start : start + 65536]))
del templates
print(faiss.__version__, flush=True)

for line in sys.stdin:
    count, k, threads = map(int, line.split())
    probes = np.fromfile(sys.argv[4], dtype=np.float32).reshape(count, dim)
    faiss.omp_set_num_threads(threads)
    start = time.perf_counter()
    _, rows = index.search(probes, k)
    millis = (time.perf_counter() - start) * 1000
    print(millis, *rows[:, 0], flush=True)
