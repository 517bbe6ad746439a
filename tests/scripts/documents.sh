# Every document is made, in both languages, from records that hold no more than they must; what is absent is marked and
# nothing fails. Without records there is no document. A project in English alone shows no Japanese.
set -u
tree=$WORK/bare
cp -R tests/diag/base "$tree"
sed -i 's/^languages: .*/languages: [ja, en]/' "$tree/tekigo.yaml"
"$TEKIGO" -C "$tree" --only html --draft --out "$WORK/before" build >"$WORK/log" 2>&1
new="context effectiveness competence training-plan training-record quiz communication calendar periodic-report incidents
  supplier-review cloud-review laws contacts retention disposal continuity threat-intel self-check csf-profile directives governance"
status=0
made() { # directory id ending
  compgen -G "$1/$2.$3" >/dev/null || compgen -G "$1/$2-[A-Z]*.$3" >/dev/null
}
for id in $new; do
  ! made "$WORK/before/ja" "$id" html || { echo "$id is made without records"; status=1; }
done

cd "$tree" && mkdir -p context training/quizzes self-check
put() { printf '%s\n' "$2" >"$1"; }
put context/issues.yaml '- {id: IS-1, side: external, issue: x}'
put context/parties.yaml '- {id: IP-1, name: x, requirement: x, addressed: true}'
put objectives.yaml '- {id: O-1, objective: x, owner: P-1, due: 2026-03-31}'
put metrics.yaml '[{id: M-1, name: x}, {id: M-2, name: x, series: [{date: 2026-09-30, value: 1}]}]'
put competence.yaml '- {id: CM-1, role: RO-2, person: P-3, date: 2026-01-01, requirements: [{requirement: x, score: 1}]}'
put training/training.yaml '[{id: TR-1, name: x, planned_start: 2026-01-01}, {id: TR-2, name: x, planned_start: 2026-01-01, held_start: 2026-01-02, participants: [{person: P-2}]}]'
put training/quizzes/q.yaml '{id: Q-1, title: x, pass_mark: 1, questions: [{question: x, answer: x}]}'
put communication.yaml '- {id: CO-1, what: x, timing: x, audience: x, means: x}'
put calendar.yaml '[{id: AC-1, activity: x, owner: P-1}, {id: AC-2, activity: x, owner: P-1, planned: [2020-01-01, 2026-10-15, 2030-01-01], done: [2026-02-01]}]'
put incidents.yaml '[{id: IN-1, date: 2026-08-01, summary: x, reach: large}, {id: IN-2, date: 2010-08-01, summary: x, reach: small}]'
put suppliers.yaml '[{id: SP-1, name: x, type: contractor, service: x, owner: P-1}, {id: SP-2, name: x, type: cloud, service: x, owner: P-1}]'
put laws.yaml '- {id: LW-1, name: x, duty: x, owner: P-1}'
put contacts.yaml '- {id: CT-1, type: group, name: x, purpose: x, means: x}'
put retention.yaml '- {id: RT-1, record: x, start: x, owner: P-1}'
put disposals.yaml '[{id: D-1, what: x}, {id: D-2, what: x, retention: RT-1, started: 2026-01-01}, {id: D-3, what: x, date: 2026-01-01}]'
put continuity.yaml '- {id: BC-1, scenario: x, process: x, owner: P-1, tests: [{type: desk}, {type: desk, date: 2026-01-01}]}'
put threat-intel.yaml '- {id: TI-1, date: 2026-09-01, source: x, summary: x, relevance: high}'
put self-check/a.yaml '{id: SC-1, date: 2026-01-01, answers: [{question: 1, answer: unknown}]}'
put csf-profile.yaml '- {id: GV.OC, current: 1, target: 2}'
put directives.yaml '- {id: "1", state: not}'
put governance.yaml '- {id: G-1, aspect: x, date: 2026-01-01}'
cd - >/dev/null
"$TEKIGO" -C "$tree" --lang en --only html,pdf --draft --out "$WORK/bare-out" build >"$WORK/log" 2>&1
if grep -qE 'template-|key-|reference-|\[file-' "$WORK/log"; then grep -E 'template-|key-|reference-' -A6 "$WORK/log" | head -20; status=1; fi
for language in ja en; do
  for id in $new quiz-answers control-attributes; do
    made "$WORK/bare-out/$language" "$id" pdf || { echo "$language/$id is not made"; status=1; }
  done
done
for id in context effectiveness competence laws incidents disposal continuity supplier-review threat-intel governance; do
  grep -q 'missing' "$WORK/bare-out/en/$id.html" || { echo "$id does not mark what is missing"; status=1; }
done

"$TEKIGO" -C examples/saas-en --only html --draft --out "$WORK/english" build >"$WORK/log" 2>&1
if grep -lP '[\p{Hiragana}\p{Katakana}\p{Han}]' "$WORK"/english/en/*.html; then echo "Japanese in documents of a project in English"; status=1; fi
exit $status
