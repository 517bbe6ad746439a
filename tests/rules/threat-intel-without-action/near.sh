cat >threat-intel.yaml <<'END'
- {id: TI-1, date: 2026-09-11, source: JPCERT/CC, summary: A hole in the VPN, relevance: low}
- {id: TI-2, date: 2026-09-11, source: JPCERT/CC, summary: A hole in the VPN, relevance: high, action: Patched}
END
