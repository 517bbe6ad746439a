-- Figures that documents compute from records, one line each.
return document "states" {
  title = { ja = "計算", en = "Figures" }, order = 1,
  body = function(isms, d)
    for _, competence in ipairs(isms.competences) do d:paragraph(competence.id, " ", (d:competence_grade(competence))) end
    d:paragraph("latest ", d:refs(d:latest_competences(), { form = "id" }))
    for _, disposal in ipairs(isms.disposals) do d:paragraph(disposal.id, " ", d:disposal_due(disposal) or "none", " ", d:retention_period(disposal.retention) or "none") end
    for _, activity in ipairs(isms.activities) do
      local words = {}
      for index, entry in ipairs(d:schedule(activity.planned, activity.done)) do
        words[index] = { entry.planned or "-", ">", entry.done or "-", " ", d:schedule_state(entry), "  " }
      end
      d:paragraph(activity.id, " ", words)
    end
    for _, training in ipairs(isms.trainings) do
      local f = d:training_figures(training)
      d:paragraph(training.id, " ", f.invited or "-", " ", f.attended or "-", " ", f.passed or "-", " ", f.mark or "-", " ", (d:training_state(training)))
    end
    for _, date in ipairs { "2026-03-31", "2026-04-01", "2027-01-01" } do d:paragraph(date, " ", d:fiscal_year_start(date), " ", d:fiscal_year_name(date)) end
    d:paragraph(d:misses_target(94, 95, "at-least") and "missed" or "met", " ", d:misses_target(95, 95, "at-least") and "missed" or "met", " ",
      d:misses_target(1, 0, "at-most") and "missed" or "met", " ", d:misses_target(0, 0, "at-most") and "missed" or "met")
  end,
}
