"""Boosted trees per field from the rows of export-rows.ts.

train.py ROWS.jsonl... --out DIR [--folds 4] [--fields a,b]

Writes DIR/fields/PATH.json as it goes (so fields can be trained side by side), then DIR/model.json (all rows), DIR/fold-N.json (without the groups of fold N), DIR/folds.json (group -> fold), DIR/parity.json (rows with the
log-odds that the exported trees give) and prints, per field, how often the best candidate is right in groups left out.
"""
import argparse
import json
import random
from itertools import islice
from pathlib import Path

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier

NEGATIVES = 20  # wrong candidates kept per document and field; the others are drawn at random and weighted
REAL = 4.0  # weight of a real document against a generated one: there are few, and they are what matters
TREES = dict(max_iter=50, learning_rate=0.15, max_leaf_nodes=10, min_samples_leaf=12, l2_regularization=2.0, max_bins=63, early_stopping=False, random_state=7)


def load(paths):
    head, documents = None, []
    for path in paths:
        with open(path, encoding="utf8") as lines:
            first = json.loads(next(lines))
            if head is not None and first != head:
                raise SystemExit(f"{path} was exported by other code")
            head = first
            for line in lines:
                one = json.loads(line)
                one["rows"] = [np.asarray(row, dtype=np.float64) for row in one["rows"]]
                documents.append(one)
    return head, documents


def folds_of(documents, count):
    """Groups dealt out so that real and generated documents are spread evenly."""
    sizes = {}
    for one in documents:
        key = (one["generated"], one["group"])
        sizes[key] = sizes.get(key, 0) + 1
    fold, load_ = {}, {True: [0] * count, False: [0] * count}
    for (generated, group), size in sorted(sizes.items(), key=lambda item: (-item[1], item[0][1])):
        lightest = min(range(count), key=lambda i: load_[generated][i])
        fold[group] = lightest
        load_[generated][lightest] += size
    return fold


def table(documents, field):
    """Rows, labels, weights, document numbers of one field."""
    rows, labels, weights, owners = [], [], [], []
    for number, one in enumerate(documents):
        if field["path"] not in one["right"]:
            continue
        right = set(one["right"][field["path"]])
        indices = [i for kind in field["kinds"] for i in one["candidates"].get(kind, {"indices": []})["indices"]]
        wrong = [i for i in indices if i not in right]
        kept = wrong if len(wrong) <= NEGATIVES else random.Random(number).sample(wrong, NEGATIVES)
        base = 1.0 if one["generated"] else REAL
        for i in [*right.intersection(indices), *kept]:
            rows.append(one["rows"][i])
            labels.append(i in right)
            weights.append(base if i in right else base * len(wrong) / len(kept))
            owners.append(number)
    return rows, np.asarray(labels), np.asarray(weights), np.asarray(owners)


def fit(rows, labels, weights):
    """Trees as plain columns; None where there is nothing to learn."""
    if len(labels) == 0 or labels.sum() < 8 or labels.all():
        return None
    model = HistGradientBoostingClassifier(**TREES).fit(rows, labels, sample_weight=weights)
    trees = []
    for (predictor,) in model._predictors:
        nodes = predictor.nodes
        leaf = nodes["is_leaf"].astype(bool)
        trees.append(
            {
                "feature": [-1 if end else int(f) for end, f in zip(leaf, nodes["feature_idx"])],
                "threshold": [0 if end else round(float(t), 5) for end, t in zip(leaf, nodes["num_threshold"])],
                "left": [int(x) for x in nodes["left"]],
                "right": [int(x) for x in nodes["right"]],
                "value": [round(float(v), 4) if end else 0 for end, v in zip(leaf, nodes["value"])],
            }
        )
    fitted = {"base": round(float(np.ravel(model._baseline_prediction)[0]), 4), "trees": trees}
    sample = rows[:400]
    drift = np.abs(score(fitted, sample) - model.decision_function(sample)).max()
    if drift > 0.02:
        raise SystemExit(f"exported trees differ from the fitted ones by {drift}")
    return fitted


def score(fitted, rows):
    """The same walk as core/scoring/trees.ts."""
    out = np.full(len(rows), fitted["base"])
    for tree in fitted["trees"]:
        feature, threshold = np.asarray(tree["feature"]), np.asarray(tree["threshold"])
        left, right, value = np.asarray(tree["left"]), np.asarray(tree["right"]), np.asarray(tree["value"])
        node = np.zeros(len(rows), dtype=int)
        while True:
            inner = feature[node] >= 0
            if not inner.any():
                break
            f = np.where(inner, feature[node], 0)
            step = np.where(rows[np.arange(len(rows)), f] <= threshold[node], left[node], right[node])
            node = np.where(inner, step, node)
        out += value[node]
    return out


def model_json(head, version, fitted):
    fields = [{"path": f["path"], "base": t["base"], "accept": None, "trees": t["trees"]} for f, t in fitted if t is not None]
    return {"version": version, "features": head["features"], "fields": fields}


def train_field(field, documents, fold_of, count):
    """The field's trees on all rows and without each fold; prints how often the best candidate is right when left out."""
    rows, labels, weights, owners = table(documents, field)
    matrix = np.stack(rows) if rows else np.zeros((0, 1))
    whole = fit(matrix, labels, weights)
    hit, parts = {True: [0, 0], False: [0, 0]}, []
    for n in range(count):
        inside = fold_of[owners] != n if len(owners) else np.zeros(0, dtype=bool)
        fitted = fit(matrix[inside], labels[inside], weights[inside]) if len(owners) else None
        parts.append(fitted)
        if fitted is not None:
            for generated, correct in best_guesses(field, fitted, [documents[i] for i in np.flatnonzero(fold_of == n)]):
                hit[generated][0] += correct
                hit[generated][1] += 1
    print(field["path"], len(labels), "rows;", "left out: generated {}/{}, real {}/{}".format(*hit[True], *hit[False]), flush=True)
    return {"whole": whole, "parts": parts}


def best_guesses(field, fitted, documents):
    """For every document that says the field: (generated, the best candidate is right)."""
    known = [
        (one, [i for kind in field["kinds"] for i in one["candidates"].get(kind, {"indices": []})["indices"]])
        for one in documents
        if one["right"].get(field["path"])
    ]
    if not known:
        return
    odds = score(fitted, np.stack([one["rows"][i] for one, indices in known for i in indices]))
    at = 0
    for one, indices in known:
        best = indices[int(np.argmax(odds[at : at + len(indices)]))]
        at += len(indices)
        yield one["generated"], best in one["right"][field["path"]]


def parity_rows(done, documents):
    """Rows of generated documents with the log-odds that the exported trees give: the fixture of the parity test holds nothing of real ones."""
    generated, pick = [one for one in documents if one["generated"]], random.Random(3)
    while generated and done:
        field, trained = pick.choice(done)
        one = pick.choice(generated)
        indices = [i for kind in field["kinds"] for i in one["candidates"].get(kind, {"indices": []})["indices"]]
        if indices and trained["whole"] is not None:
            row = one["rows"][pick.choice(indices)]
            yield {"path": field["path"], "row": row.tolist(), "logOdds": float(score(trained["whole"], row[None, :])[0])}


def assemble(head, version, out, count, documents):
    """Puts the fields that are trained together; what is missing is left out."""
    done = [(field, json.loads(file.read_text())) for field in head["fields"] if (file := out / "fields" / f"{field['path']}.json").exists()]
    write = lambda name, what: (out / name).write_text(json.dumps(what, separators=(",", ":")))
    write("model.json", model_json(head, version, [(field, one["whole"]) for field, one in done]))
    for n in range(count):
        write(f"fold-{n}.json", model_json(head, version, [(field, one["parts"][n]) for field, one in done]))
    write("parity.json", {"features": head["features"], "rows": list(islice(parity_rows(done, documents), 200))})


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("rows", nargs="+")
    arguments.add_argument("--out", required=True)
    arguments.add_argument("--folds", type=int, default=4)
    arguments.add_argument("--fields")
    arguments.add_argument("--version", default="1")
    options = arguments.parse_args()
    out = Path(options.out)
    (out / "fields").mkdir(parents=True, exist_ok=True)
    head, documents = load(options.rows)
    fold = folds_of(documents, options.folds)
    fold_of = np.asarray([fold[one["group"]] for one in documents])
    (out / "folds.json").write_text(json.dumps(fold, indent=1))
    for field in head["fields"]:
        if not options.fields or field["path"] in options.fields.split(","):
            trained = train_field(field, documents, fold_of, options.folds)
            (out / "fields" / f"{field['path']}.json").write_text(json.dumps(trained))
    assemble(head, options.version, out, options.folds, documents)


if __name__ == "__main__":
    main()
