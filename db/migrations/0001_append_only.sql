-- Events, decisions and sealed revisions are written once; the database itself refuses to change them.
CREATE TRIGGER audit_events_no_update BEFORE UPDATE ON audit_events
BEGIN SELECT RAISE(ABORT, 'audit events are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER audit_events_no_delete BEFORE DELETE ON audit_events
BEGIN SELECT RAISE(ABORT, 'audit events are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER decisions_no_update BEFORE UPDATE ON decisions
BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER decisions_no_delete BEFORE DELETE ON decisions
BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER revisions_sealed_content BEFORE UPDATE OF content ON revisions
WHEN OLD.state IN ('submitted', 'in_review', 'approved', 'rejected') AND NEW.content IS NOT OLD.content
BEGIN SELECT RAISE(ABORT, 'a sealed revision does not change'); END;
--> statement-breakpoint
CREATE TRIGGER revisions_approved_hash BEFORE UPDATE OF content_hash ON revisions
WHEN OLD.state = 'approved' AND NEW.content_hash IS NOT OLD.content_hash
BEGIN SELECT RAISE(ABORT, 'an approved revision keeps its hash'); END;
--> statement-breakpoint
CREATE TRIGGER revisions_published_no_delete BEFORE DELETE ON revisions
WHEN OLD.published_at IS NOT NULL OR OLD.submitted_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a revision that was ever submitted is not deleted'); END;
--> statement-breakpoint
CREATE TRIGGER statements_reference_fixed BEFORE UPDATE OF reference ON statements
WHEN NEW.reference IS NOT OLD.reference
BEGIN SELECT RAISE(ABORT, 'a reference is permanent'); END;
