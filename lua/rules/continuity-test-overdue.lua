rule "continuity-test-overdue" {
  severity = "warning", clause = "5.30",
  text = { ja = "事業継続計画 {id} の試験（予定日 {planned}）が行われていません", en = "the test of continuity plan {id} planned for {planned} was not held" },
  each = "continuity",
  check = function(plan, report, isms)
    for index, test in ipairs(plan.tests or {}) do
      if not test.date and test.planned and test.planned < isms.date then report { at = { "tests", index, "planned" }, planned = test.planned } end
    end
  end,
  why = { ja = "試していない計画は、働くかどうか分からない。", en = "Nobody knows whether a plan works that was never tried." },
  fix = { ja = "試験を行って date、result 及び passed を書くか、planned を改めてください", en = "hold the test and write date, result and passed, or plan a new date" },
}
