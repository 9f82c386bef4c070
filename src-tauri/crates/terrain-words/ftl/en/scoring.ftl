refusal-map-rule = “{ $got }” is not a rule: write level, count or value.
refusal-map-pair = “{ $got }” cannot be read: write value=level.
refusal-map-level = “{ $got }”: a level is between 0 and 4.
refusal-map-order = “{ $got }”: { $number } is expected, or above once at the end.
refusal-map-twice = “{ $got }” is given twice.
refusal-map-empty = the rule gives no level.
refusal-map-long = the rule is too long: at most 200 values.
finding-recipe-missing = The column “{ $got }” is empty.
finding-recipe-twice = “{ $got }” is there already, further up.
finding-recipe-weight = “{ $got }”: a weight is a positive number, at most a million.
finding-recipe-weight-negative = “{ $got }”: a weight goes from 0 (a fact, never counted) to a million.
finding-recipe-sum = The weights of the dimensions make { $got }; 100 is expected.
finding-recipe-dimension-unknown = No dimension is called “{ $got }”.{ $hint ->
    [none] {""}
   *[other] {" "}Did you mean “{ $hint }”?
 }
finding-recipe-dimension-empty = The dimension “{ $got }” has no question that counts: it will never have a score.
finding-recipe-label = “{ $got }” has no label in any language.
finding-recipe-blocking = “{ $got }” is not a scored question of this dimension.
finding-recipe-level = “{ $got }”: a level is between 0 and 4.
finding-recipe-days = “{ $got }”: a positive number of days is needed, at most 366.
finding-recipe-action-differs = Another row gives “{ $got }” another area or other days: the first counts.
finding-recipe-action-never = “{ $got }” is not a scored question: without a condition the action would never be proposed.
finding-recipe-many = Too many rows: at most { $max }.
finding-score-excused = This blocking question cannot be “not applicable”: it counts as unanswered.
finding-score-unreadable = The answer gives no level: it counts as unanswered.
score-none-irrelevant = No question of this dimension concerns the cooperative.
score-none-answers = Less than 60 % of the weight of this dimension is answered.
score-none-applicable = More than 20 % of the weight of this dimension is “not applicable”.
band-fragile = Fragile
band-emerging = Emerging
band-developing = Developing
band-consolidated = Consolidated
band-performing = Performing
quadrant-quick-win = Do at once
quadrant-major-project = Project to plan
quadrant-fill-in = Do in passing
quadrant-postpone = Postpone
score-item-counted = counts
score-item-unanswered = unanswered
score-item-unreadable = answer without a level
score-item-not-asked = not in the form that was filled
score-item-irrelevant = does not concern the cooperative
score-item-not-applicable = not applicable
plan-objective-title = Make progress: { $area }
plan-indicator-level = Level (0 to 4): { $question }
