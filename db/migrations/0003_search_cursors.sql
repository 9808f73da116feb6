CREATE TABLE `search_cursors` (
	`engine` text PRIMARY KEY NOT NULL,
	`last_entry` integer NOT NULL
);
