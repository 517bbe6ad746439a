# A method of the project's own: three points for every weak place, shown by the level in the finding.
mkdir risk
cat > risk/points.lua <<'LUA'
return {
  name = "points", title = { ja = "点数による方法", en = "points" },
  defaults = { limit = 5 },
  assess = function(risk, which)
    local values = risk[which]
    if not values then return nil end
    local points = 10 * values.threat + values.vulnerability
    return { level = points, band = "some", tone = "high", trace = function() return { { name = "points", value = points } } end }
  end,
  acceptable = function(figures, criteria) return figures.level <= criteria.limit end,
  bands = function() return { { id = "some", title = "some", tone = "high" } } end,
}
LUA
sed -i 's/method: ipa/method: points\n  criteria: {limit: 20}/; s/risk: {\(method: points\)/risk:\n  \1/; s/limit: 20}}/limit: 20}/' tekigo.yaml
