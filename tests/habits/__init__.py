"""The budgets of the house. They are measured at every run, and may only improve."""
