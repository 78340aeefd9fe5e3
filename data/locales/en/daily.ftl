### The daily question: setting it up, the post, the answers, the result.

timezone-label = { $city } – { $id } ({ $offset })
timezone-fixed = { $offset } all year round

error-unknown-zone = I know no single time zone “{ $what }”. Pick one from the list, or type a city such as { $near }.
error-unread-time = “{ $what }” is no time of day that I understand. Try 08:00 or 8 pm.
