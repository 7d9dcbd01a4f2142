package fr.plisante.directory;

import fr.plisante.testkit.HouseRules;

class ArchitectureTests implements HouseRules {}
