"""What helps to write: new sites, reports and articles, drafts from plain text, results brought in, schemas for editors."""
