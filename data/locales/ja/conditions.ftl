### 記号では読みにくい条件を言葉で。

condition-and = { $first } かつ { $second }
condition-or = { $first }、または { $second }
condition-whole = { $value } は整数
