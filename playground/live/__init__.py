"""The page's side: static files, and a websocket over which a browser sees and does what people do."""
