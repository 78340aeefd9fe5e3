"""What is said to people: messages in their language, names of laws, spoken maths."""
