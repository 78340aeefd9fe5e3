### Conditions in words, where signs would be hard to read.

condition-and = { $first } and { $second }
condition-or = { $first }, or { $second }
condition-whole = { $value } is a whole number
condition-free = { $value } does not depend on { $symbol }
condition-all-free = { $value } do not depend on { $symbol }
condition-differentiable = { $value } can be differentiated with respect to { $symbol }
