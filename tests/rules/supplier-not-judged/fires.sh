cat >suppliers.yaml <<'END'
- {id: SP-1, name: Works, type: contractor, service: Grinding, owner: P-2, answers: [{question: Locked up, answer: yes}]}
END
