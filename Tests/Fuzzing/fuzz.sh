#!/usr/bin/env bash
# Gives each reader of strangers' bytes damaged input, led by coverage (libFuzzer): a crash, an input that takes longer
# than a second or more than 512 MB ends with a message and the input in a file.
# usage: fuzz.sh RUNS [TARGET...]
set -euo pipefail
cd "$(dirname "$0")/../.."
runs=$1; shift
targets=${*:-csv lesson expression model session command}
DOWNHILL_FUZZ=1 swift build --sanitize=fuzzer --product Fuzzing --scratch-path .build-fuzz
program=$(DOWNHILL_FUZZ=1 swift build --sanitize=fuzzer --scratch-path .build-fuzz --show-bin-path)/Fuzzing
for target in $targets; do
  corpus=.build-fuzz/corpus/$target
  mkdir -p "$corpus"
  case $target in
    csv) printf 'x,y,c\n1,2,A\n3,4.5,"B"\n' > "$corpus/table"; printf 'a;b;c\n1,5;2;x\n' > "$corpus/comma" ;;
    lesson) cp Demos/*.yaml "$corpus" ;;
    expression) printf '2x^2*sin(x)-min(x,y)/3e-2' > "$corpus/formula" ;;
    model) "$(swift build --show-bin-path)/downhill" network --epochs 1 --save-model "$corpus/model.json" --format csv > /dev/null 2>&1 || true ;;
    session)
      printf '%s' '{"downhill":"session","version":1,"description":{"scene":"perceptron","seed":2},"step":2,"head":3,' \
        '"fingerprint":"","view":{"panel":"","enlarged":false,"theme":"dark","palette":"","speed":4},"changes":[' \
        '{"step":1,"setting":"learning-rate","value":0.5},{"step":2,"parameters":[1,0,-2]}]}' > "$corpus/changes"
      printf '%s' '{"downhill":"session","version":1,"description":{"scene":"perceptron"},"step":2,"head":3,"common":3,' \
        '"fingerprint":"","view":{"panel":"","enlarged":false,"theme":"","palette":""},"branches":[{"id":0,"fork":0,' \
        '"head":3,"changes":[]},{"id":1,"parent":0,"fork":1}],"changes":[]}' > "$corpus/branches"
      ;;
    command) printf 'network\nhidden 4,2\nlearning-rate 0.1\n' > "$corpus/network"; printf 'race\nof surface\nvary learning-rate=0.1,1\n' > "$corpus/race" ;;
  esac
  echo "== $target"
  FUZZ_TARGET=$target "$program" -runs="$runs" -max_len=16384 -timeout=1 -rss_limit_mb=512 -print_final_stats=1 \
    -artifact_prefix=.build-fuzz/ "$corpus" 2>&1 | grep -E 'ERROR|SUMMARY|stat::number_of_executed_units|stat::peak_rss_mb|Test unit written|Fatal' 
done
