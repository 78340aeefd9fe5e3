### What went wrong, in one friendly sentence.

error-unknown-formula = I know no formula “{ $what }”. Start typing a number such as 3.1 or a name, and pick one from the list.
error-too-large = That is too large to work through here. Try something shorter.
error-took-too-long = That took too long, so I stopped. Try something shorter.
error-busy = Many people are asking at once. Please try again in a moment.
error-too-many-at-once = Your earlier requests are still being worked on. Please wait for them and try again.
error-worker-died = The calculation broke off. Nothing was lost; please try again.
error-picture-failed = The picture could not be drawn, so here is the text.
error-internal = Something went wrong on my side; it has been noted. Please try again.
error-which-variable = Which letter should I { $task ->
    [solve] solve for
   *[derive] differentiate by
}? I found { $found }. Name it with the option “variable”.
error-expired = This card is too old for me to remember. Please ask for it again.
error-unknown-law = I know no law “{ $what }”.
error-not-an-expression = “{ $shown }” is an equation or an inequality. Here I need an expression alone, such as the side that you mean.
error-bad-values = I read values as a letter, an equals sign and a value, such as x = 2. “{ $shown }” is not that.
error-circular-values = In { $shown } the value holds a letter that is given a value itself.
error-missing-base = To change the base I need the new base.
error-needless-base = A base goes only with a change of base.
error-not-a-relation = “{ $shown }” holds no equation or inequality with a letter to solve for.
error-unchecked = My own check did not pass, so I do not show you the steps. It has been noted.
error-bound-values = I cannot put in { $shown } here: a limit, a sum or a derivative needs its letter for itself.
error-no-rule = I know no rule for differentiating { $part }.
error-too-many-steps = That takes more steps than anyone would read. Try a shorter expression.

## The start

error-token-missing = There is no Discord token: set DISCORD_TOKEN.
error-token-refused = Discord refused the token: check DISCORD_TOKEN.
error-port-in-use = Port { $port } is in use: choose another one.
error-bad-setting = The setting { $name } is not valid: { $reason }.
error-no-connection = Discord cannot be reached at { $address }.
