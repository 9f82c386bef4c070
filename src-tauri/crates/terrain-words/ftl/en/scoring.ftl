refusal-map-rule = “{ $got }” is not a rule: write level, count or value.
refusal-map-pair = “{ $got }” cannot be read: write value=level.
refusal-map-level = “{ $got }”: a level is between 0 and 4.
refusal-map-order = “{ $got }”: { $number } is expected, or above once at the end.
refusal-map-twice = “{ $got }” is given twice.
refusal-map-empty = the rule gives no level.
refusal-map-long = the rule is too long: at most 200 values.
