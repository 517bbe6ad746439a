cat >threat-intel.yaml <<'END'
- {id: TI-1, date: 2026-09-11, source: JPCERT/CC, summary: A hole in the VPN, relevance: medium}
END
