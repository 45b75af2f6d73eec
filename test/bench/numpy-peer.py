"""Answers, line by line, how long numpy takes for what the benchmark asks, in milliseconds, with the quantiles it found."""

import json
import sys
import time

import numpy as np

PERCENTS = [5, 25, 50, 75, 95]
rng = np.random.Generator(np.random.SFC64(7))
kept = {}


def paths(task, normals):
    """Lognormal paths, a row a year, and their quantiles by year; the work is done in place."""
    normals *= task["sd"]
    normals += task["centre"]
    np.cumsum(normals, axis=0, out=normals)
    np.exp(normals, out=normals)
    normals *= task["start"]
    return np.percentile(normals, PERCENTS, axis=1)


def fresh(task):
    shape = (task["years"], task["paths"])
    begin = time.perf_counter()
    found = paths(task, rng.standard_normal(shape))
    return begin, found


def cached(task):
    shape = (task["years"], task["paths"])
    if shape not in kept:
        kept[shape] = rng.standard_normal(shape)
    begin = time.perf_counter()
    found = paths(task, kept[shape].copy())
    return begin, found


def percentile(task):
    values = np.fromfile(task["file"])
    begin = time.perf_counter()
    found = np.percentile(values, PERCENTS)
    return begin, found


def ready(_task):
    return time.perf_counter(), np.zeros(0)


TASKS = {"fresh": fresh, "cached": cached, "percentile": percentile, "ready": ready}

for line in sys.stdin:
    task = json.loads(line)
    begin, found = TASKS[task["kind"]](task)
    ms = (time.perf_counter() - begin) * 1000
    print(json.dumps({"ms": ms, "quantiles": found.T.ravel().tolist()}), flush=True)
