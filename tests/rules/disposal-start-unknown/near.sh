cat >retention.yaml <<'END'
- {id: RT-1, record: Contracts, years: 5, start: end of the contract, owner: P-3}
- {id: RT-2, record: Statutes, permanent: true, start: made, owner: P-3}
END
cat >disposals.yaml <<'END'
- {id: D-1, what: Statutes, retention: RT-2}
- {id: D-2, what: Old contract, retention: RT-1, date: 2024-10-20}
END
