"""Lessons as web pages, slides and a site: what tools/page.py, tools/slides.py and tools/site.py share."""
