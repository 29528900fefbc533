"""Questions to the graph. Each answer is one frozen value with one `to_dict` (JSON) and one `rows` (flat records)."""
