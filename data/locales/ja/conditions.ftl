### 記号では読みにくい条件を言葉で。

condition-and = { $first } かつ { $second }
condition-or = { $first }、または { $second }
condition-whole = { $value } は整数
condition-free = { $value } は { $symbol } によらない
condition-all-free = { $value } は { $symbol } によらない
condition-differentiable = { $value } は { $symbol } について微分可能
