"""Searches a flat FAISS index. Arguments: file of fp32 templates, dimension, file of fp32 probes.

Prints the version once ready, then one line of milliseconds per line "count k threads" read.
"""
import sys
import time

import faiss
import numpy as np

# BLAS from two probes on: faster than FAISS's own loops, which it uses below 20 by default.
faiss.cvar.distance_compute_blas_threshold = 2

dim = int(sys.argv[2])
index = faiss.IndexFlatIP(dim)
templates = np.memmap(sys.argv[1], dtype=np.float32, mode="r").reshape(-1, dim)
for start in range(0, len(templates), 65536):
    index.add(np.ascontiguousarray(templates[start : start + 65536]))
del templates
print(faiss.__version__, flush=True)

for line in sys.stdin:
    count, k, threads = map(int, line.split())
    probes = np.fromfile(sys.argv[3], dtype=np.float32).reshape(count, dim)
    faiss.omp_set_num_threads(threads)
    start = time.perf_counter()
    index.search(probes, k)
    print((time.perf_counter() - start) * 1000, flush=True)
