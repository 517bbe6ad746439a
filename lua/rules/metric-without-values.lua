rule "metric-without-values" {
  severity = "warning", clause = "9.1",
  text = { ja = "指標 {id} に測定値がありません", en = "metric {id} has no values" },
  each = "metric",
  check = function(metric) return #(metric.series or {}) > 0 end,
  at = "series",
  why = { ja = "監視及び測定の結果の証拠が求められる。", en = "Evidence of the results of monitoring and measurement is asked for." },
  fix = { ja = "series に日付と値を書くか、測らないと決めた指標を除いてください", en = "add dates and values to series, or drop a metric that nobody measures" },
}
