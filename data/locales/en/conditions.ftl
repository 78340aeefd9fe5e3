### Conditions in words, where signs would be hard to read.

condition-and = { $first } and { $second }
condition-or = { $first }, or { $second }
condition-whole = { $value } is a whole number
