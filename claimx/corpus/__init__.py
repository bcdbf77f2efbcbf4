"""Many articles: inputs of every kind, worker processes, a journal to resume from, and stores."""
