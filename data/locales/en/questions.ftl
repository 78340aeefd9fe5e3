### What is said around a question, whoever asks it.

topic-everything = Everything
topic-powers = Powers
topic-logarithms = Logarithms
topic-derivatives = Derivatives
topic-equations = Equations

question-line = Line { $number }: { $line }
question-missing = left out
question-answer = The answer is { $letter }
question-answer-named = The answer is { $letter }: { $name }

error-unknown-topic = I have no topic “{ $what }”. Pick one from the list.
