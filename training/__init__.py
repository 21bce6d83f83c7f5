"""The recipe: from data to the model folder that ships. Never imported by the package."""
