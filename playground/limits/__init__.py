"""What Discord refuses: the published limits, checked as Discord checks them."""
