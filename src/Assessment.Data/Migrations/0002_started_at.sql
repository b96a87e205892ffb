-- A test may be held until its trainer starts it. Those opened before started with their door.
ALTER TABLE administration ADD COLUMN started_at TIMESTAMPTZ;
UPDATE administration SET started_at = opened_at;
