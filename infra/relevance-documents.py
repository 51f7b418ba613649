#!/usr/bin/env python3
"""Documents for the relevance tool: every ESCO occupation with its names, the labels of its essential competences, and its description.

relevance-documents.py DATA OUT.csv
"""
import collections
import csv
import os
import sys

data, out = sys.argv[1:]


def rows(name):
    with open(os.path.join(data, name), encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


labels = {row["skill_no"]: row["label_de"] for row in rows("esco_skills.csv")}
essential = collections.defaultdict(list)
for row in rows("esco_occupation_skills.csv"):
    if row["relation"] == "E" and labels.get(row["skill_no"]):
        essential[row["occ_no"]].append(labels[row["skill_no"]])
with open(out, "w", encoding="utf-8", newline="") as file:
    writer = csv.writer(file)
    writer.writerow(["id", "title", "alternatives", "skills", "text"])
    for row in rows("esco_occupations.csv"):
        writer.writerow([row["uri"], row["label_de"], row["alt_labels_de"], "|".join(essential[row["occ_no"]]), row["description_de"]])
