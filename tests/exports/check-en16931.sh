#!/bin/sh
# UBL and CII of every `docket extract` result in a folder and of 200 generated invoices, through the official rules of EN 16931.
# usage: tests/exports/check-en16931.sh WORK_DIR [RESULTS_DIR…]   needs Java 17 and Maven; without them it says so and exits 0.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
work=$1
shift
if ! command -v javac >/dev/null || ! command -v mvn >/dev/null; then
  echo 'skipped: the official rules run on Java 17 and come through Maven, and one of them is missing'
  exit 0
fi
mkdir -p "$work/lib"
[ -n "$(ls "$work/lib")" ] || mvn -q -f "$here/validator/pom.xml" dependency:copy-dependencies -DoutputDirectory="$work/lib"
javac -cp "$work/lib/*" -d "$work" "$here/validator/EnRules.java"
set -- $(for dir in "$@"; do printf -- '--results %s ' "$dir"; done)
cd "$root"
node --disable-warning=ExperimentalWarning --import ./cli/tsx-hook.ts bench/exports.ts --out "$work/files" --synthetic 200 "$@"
java -cp "$work/lib/*:$work" EnRules "$work"/files/*.xml
