-- Suppliers: the register and the review form, for contractors and cloud services alike.
return function(class)
  local function answers_of(supplier)
    local n = { yes = 0, partly = 0, no = 0, open = 0 }
    for _, entry in ipairs(supplier.answers or {}) do
      if n[entry.answer] then n[entry.answer] = n[entry.answer] + 1 end
    end
    return n
  end

  function class:supplier_figures(suppliers)
    local late = suppliers:count(function(x) return self:is_overdue(x.next_review) end)
    local unreviewed = suppliers:count(function(x) return #(x.answers or {}) == 0 or not x.judgement end)
    return {
      { suppliers:count(function(x) return x.judgement == "accepted" end), { ja = "採用", en = "accepted" } },
      { suppliers:count(function(x) return x.judgement == "conditional" end), { ja = "条件付き採用", en = "conditional" } },
      { unreviewed, { ja = "審査未完了", en = "not reviewed" }, tone = unreviewed > 0 and "high" or nil },
      { late, { ja = "審査の期限超過", en = "review overdue" }, tone = late > 0 and "high" or nil },
    }
  end

  function class:supplier_register(suppliers)
    self:note { ja = "審査項目：○ 満たす　△ 一部満たす　× 満たさない（数字は項目の数）", en = "Answers: numbers of questions answered yes, partly and no." }
    self:table(suppliers, {
      { "id", 75 }, { "name", 155, strong = true }, { "service", 140 }, { "information", 140, required = true },
      { function(x)
          local n = answers_of(x)
          if #(x.answers or {}) == 0 then return self:missing { ja = "審査なし", en = "no answers" } end
          return self:say({ ja = "○{yes} △{partly} ×{no}", en = "{yes} yes, {partly} partly, {no} no" }, n), n.no > 0 and "high" or nil
        end, 95, title = { ja = "審査項目", en = "Answers" }, content = "status" },
      { function(x) return x.judgement and self:text(x:label("judgement")) or self:missing(), x:tone("judgement") end, 85, title = { ja = "総合判定", en = "Judgement" }, content = "status" },
      { "owner", 80 }, { "last_review", 85, required = true },
      { function(x) return self:due_date(x.next_review) end, 85, title = { ja = "次回審査日", en = "Next review" }, content = "date" },
    }, { home = true, kind = "supplier", wide = true })
  end

  local function row(self, heading, value, optional)
    if not present(value) then value = optional and "—" or self:missing() end
    return { { self:text(heading), header = true }, { value, span = 3 } }
  end

  local function pair(self, first, value, second, other)
    return { { self:text(first), header = true }, { present(value) and value or self:missing() }, { self:text(second), header = true }, { present(other) and other or self:missing() } }
  end

  local function certifications(self, supplier)
    if #(supplier.certifications or {}) == 0 then return nil end
    return self:join(supplier.certifications)
  end

  -- The form of one supplier with its answers.
  function class:supplier_form(supplier)
    local cloud = supplier.type == "cloud"
    self:section({ supplier.id, " ", self:text(supplier.name) }, function()
      self:form({
        row(self, cloud and { ja = "サービス内容", en = "Service" } or { ja = "委託する業務", en = "Service" }, self:text(supplier.service)),
        row(self, { ja = "取り扱う情報", en = "Information handled" }, self:text(supplier.information)),
        row(self, { ja = "取得している認証", en = "Certifications" }, certifications(self, supplier), true),
        pair(self, { ja = "契約日", en = "Contract" }, supplier.contract, { ja = "秘密保持契約日", en = "NDA" }, supplier.nda or cloud and "—"),
        row(self, { ja = "再委託", en = "Subcontracting" }, self:text(supplier.subcontracting), cloud),
        pair(self, { ja = "管理責任者", en = "Owner" }, supplier.owner and self:ref(supplier.owner), { ja = "審査日", en = "Reviewed" }, supplier.last_review),
      }, { columns = { { 150, "name" }, { 350 }, { 150, "name" }, { 350 } } })
      local rows = {}
      for index, entry in ipairs(supplier.answers or {}) do rows[index] = { number = index, entry = entry } end
      self:table(list(rows), {
        { function(x) return x.number end, 50, title = { ja = "No", en = "No." }, content = "number" },
        { function(x) return self:text(x.entry.question) end, 470, title = cloud and { ja = "セキュリティ対策内容", en = "Security measure" } or { ja = "審査項目", en = "Question" } },
        { function(x) return self:choice_word("supplier", "answers.answer", x.entry.answer) end, 90, title = { ja = "評価", en = "Answer" }, content = "status" },
        { function(x) return self:text(x.entry.comment) end, 390, title = self:word("remark") },
      }, { empty = self:text { ja = "審査の記録がありません。", en = "No review is on record." } })
      local judged = supplier.judgement and self:status(self:text(supplier:label("judgement")), supplier:tone("judgement")) or self:missing()
      local score = supplier.score and self:say({ ja = "{n}点", en = "{n} points" }, { n = supplier.score }) or nil
      self:form({
        pair(self, { ja = "総合判定", en = "Judgement" }, { judged, "　", self:join({ score, supplier.grade }, "　") }, { ja = "次回審査日", en = "Next review" }, { self:due_date(supplier.next_review) }),
        row(self, { ja = "改善の要求と回答", en = "Improvement asked and answered" }, self:text(supplier.follow_up), true),
        { { self:text { ja = "審査者", en = "Reviewer" }, header = true }, { "", seal = true }, { self:word("approver"), header = true }, { "", seal = true } },
      }, { columns = { { 150, "name" }, { 350 }, { 150, "name" }, { 350 } } })
    end)
  end
end
