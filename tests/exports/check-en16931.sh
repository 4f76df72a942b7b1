#!/bin/sh
# UBL, CII and Factur-X of every `docket extract` result in a folder and of 200 generated invoices, through XSD, the official rules of EN 16931, and
# Mustang (with veraPDF for PDF/A-3).
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
mustang="$work/mustang/Mustang-CLI-2.26.0.jar"
mkdir -p "$work/lib" "$work/mustang"
[ -n "$(ls "$work/lib")" ] || mvn -q -f "$here/validator/pom.xml" dependency:copy-dependencies -DoutputDirectory="$work/lib"
# One jar with everything inside; the files that describe its parts are not published.
[ -e "$mustang" ] || mvn -q dependency:copy -Dartifact=org.mustangproject:Mustang-CLI:2.26.0 -DoutputDirectory="$work/mustang"
javac -cp "$work/lib/*" -d "$work" "$here/validator/EnRules.java"
javac -cp "$mustang" -d "$work/mustang" "$here/validator/Mustang.java"
set -- $(for dir in "$@"; do printf -- '--results %s ' "$dir"; done)
cd "$root"
node --disable-warning=ExperimentalWarning --import ./cli/tsx-hook.ts bench/exports.ts --out "$work/files" --synthetic 200 "$@"
failed=0
java -cp "$work/lib/*:$work" EnRules "$work"/files/*.xml || failed=4
java -Dorg.slf4j.simpleLogger.defaultLogLevel=error -cp "$mustang:$work/mustang" Mustang "$work"/files/*.xml "$work"/files/*.pdf || failed=4
exit $failed
