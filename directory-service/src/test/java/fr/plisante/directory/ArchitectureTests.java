package fr.plisante.directory;

import fr.plisante.local.test.HouseRules;

class ArchitectureTests implements HouseRules {}
