"""Choose and order the advice that fits a person's situation. Standard library only."""
