-- Settings of the built-in rules, which tekigo.yaml may change under `settings:`. To add one: an entry here; the rule
-- reads it with setting("name"). `looser`: which way a value asks for less than the default ("higher" or "lower"): what
-- asks for less is listed by `check` and in the documents. `clause`: what the rules that read it guard.
return {
  { name = "audit-interval-months", default = 12, looser = "higher", clause = "9.2" },
  { name = "review-interval-months", default = 12, looser = "higher", clause = "9.3" },
  { name = "law-check-interval-months", default = 12, looser = "higher", clause = "5.31" },
  { name = "verification-days", default = 30, looser = "higher", clause = "10.2" },
  { name = "effectiveness-days", default = 180, looser = "higher", clause = "10.2" },
  { name = "same-reason-limit", default = 5, looser = "higher", clause = "6.1.3" },
  { name = "same-score-limit", default = 5, looser = "higher", clause = "6.1.2" },
}
