"""Files that anybody may have written: XML and ZIP archives, read so that they can do no harm."""
