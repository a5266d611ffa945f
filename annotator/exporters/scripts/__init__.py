"""Scripts that go out beside the data. They stand alone: nothing of annotator is needed to run."""
