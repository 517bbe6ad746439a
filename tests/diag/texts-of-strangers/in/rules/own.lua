rule "own" { severity = "error", clause = "6.1.3",
  text = { ja = "資産 {w}\n##[error]x\n ::warning::次の行", en = "asset {w}\n##[error]x\n ::warning::the next line" },
  why = { ja = "y", en = "y" }, fix = { ja = "z", en = "z" },
  check = function(isms, report)
    report { record = isms.assets[1], w = "a\n::error file=README.md,line=1::spoofed\n::stop-commands::tok\27[31m\u{202e}\31" }
    error("b\n::add-mask::visible" .. ("x"):rep(400))
  end }
