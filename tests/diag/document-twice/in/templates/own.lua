return document "soa" { title = "SoA", body = function(isms, d) d:cover() end }
