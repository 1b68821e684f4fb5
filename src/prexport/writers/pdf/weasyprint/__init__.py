"""The default engine: WeasyPrint lays out the article with the brand's CSS; the tags are our own."""
