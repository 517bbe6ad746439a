rule "objective-not-evaluated" {
  severity = "warning", clause = "9.1",
  text = { ja = "目的 {id} は達成期限 {due} を過ぎていますが、期限以後の評価がありません", en = "objective {id} was due on {due} and has not been evaluated since" },
  each = "objective",
  check = function(objective, report, isms)
    if not objective.due or objective.due >= isms.date then return true end
    return list(objective.results or {}):first(function(result) return result.date ~= nil and result.date >= objective.due end) ~= nil
  end,
  at = "due",
  why = { ja = "評価しない目的は、立てなかったのと同じに見える。", en = "An objective that nobody evaluates looks like none at all." },
  fix = { ja = "results に評価日、実績値及び有効かどうかを書いてください", en = "add date, value and verdict to results" },
}
