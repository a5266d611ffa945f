"""Which events stand."""

LIVE = """NOT EXISTS (
  SELECT 1 FROM retraction WHERE retraction.event = event.id AND retraction.coder = event.coder
    AND NOT EXISTS (SELECT 1 FROM restoration
      WHERE restoration.retraction = retraction.id AND restoration.coder = retraction.coder))"""
"""An event is live when every retraction of it by its own coder was restored."""
