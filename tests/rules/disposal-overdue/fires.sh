cat >retention.yaml <<'END'
- {id: RT-1, record: Contracts, years: 5, start: end of the contract, owner: P-3}
- {id: RT-2, record: Statutes, permanent: true, start: made, owner: P-3}
END
cat >disposals.yaml <<'END'
- {id: D-1, what: Contract with A, retention: RT-1, started: 2021-10-14}
END
